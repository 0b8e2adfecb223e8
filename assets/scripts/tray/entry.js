// What of a card goes into the list of exhibits?

import { captionOf } from "../export.js";

// The view that a caption is of.
export const viewOf = ({ export: file }) => file.split("/").pop();

// What the card shows, in words of its own.
export function entryOf(card) {
  const { address, filters, title, selection, ...rest } = captionOf(card);
  return { view: viewOf(rest), address, filters, title, selection, name: "", comment: "" };
}
