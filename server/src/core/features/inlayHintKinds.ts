/** How old a date is; how many articles have a topic; the title of an item; the host of an address that is long. */
export type InlayHintKind = (typeof inlayHintKinds)[number];

/** Apart from the hints: the settings, and the scripts that write them down, need the names alone. */
export const inlayHintKinds = ['age', 'topics', 'items', 'hosts'] as const;
