"""What goes into the browser so that the package's own tests run there."""
