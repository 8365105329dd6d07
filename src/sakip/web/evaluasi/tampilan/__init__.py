"""What the templates of the evaluation show, made of what its selectors read."""
