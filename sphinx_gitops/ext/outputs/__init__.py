"""What each builder takes: pictures and style sheets in its format."""
