/** What stands for the name of whoever gave none, as a word of its own. */
export const unnamed = '未留姓名'

/** The petitioner in a sentence or a salutation: by name, or as somebody who gave none. */
export function addressedName(name: string): string {
  return name.trim() || `${unnamed}的信访人`
}
