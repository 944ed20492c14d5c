"""A page with a nested workflow and with a wide one."""

CHAIN = "ABCDEFGHIJKL"
LOOKS = f"""
Looks
=====

.. toctree::

   visual-language
   runbooks/scan-failed
   runbooks/roll-back

.. gitops-workflow:: delivery.yaml
   :outline: open
   :caption: Nested

.. gitops-workflow::
   :direction: LR
   :fit: 2000
   :legend: right
   :caption: Wide

   id: wide
   title: Wide
   description: A chain of many steps.
   stages: {{s: {{title: Steps, direction: LR, components: {{{", ".join(f"{name}: Station {name}" for name in CHAIN)}}}}}}}
   flows: [{" --> ".join(CHAIN)}]
"""
