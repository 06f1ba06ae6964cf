/** Pictures that browsers show, also old ones. Anything else is saved, and opened by what the reader has for it. */
const pictures = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

/** Whether a file of a type, as the office found it by content, is shown in a tab of its own. */
export function isShown(type: string): boolean {
  return pictures.includes(type)
}
