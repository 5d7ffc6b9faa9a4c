/** What more articles share than this is a habit of theirs, such as the title of a series, and no rule speaks of each pair. */
export const MANY = 30;
