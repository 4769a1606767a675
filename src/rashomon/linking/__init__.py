"""Linking room: whom mentions refer to, which days times mean, on whose word each finding stands."""
