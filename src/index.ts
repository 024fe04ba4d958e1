// Every public name, by hand, in the order in which the course meets them.
