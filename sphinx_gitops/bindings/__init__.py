"""Components and the objects that they are bound to: what their manifests say of them."""
