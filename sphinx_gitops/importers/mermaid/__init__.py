"""Reads Mermaid's flowcharts (https://mermaid.js.org/syntax/flowchart.html) as Mermaid itself reads them."""
