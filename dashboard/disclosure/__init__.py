"""What may be shown of a raw count? Nothing reaches an exhibit except through `gate.release`."""
