// Plain escapes: this is also read by browsers of 2019.
const unseen = '\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff'
const joining = '\\u200c\\u200d\\u2061-\\u2064\\ufe0e\\ufe0f'
const invisible = new RegExp(`[${unseen}]`, 'g')
const invisibleOrJoining = new RegExp(`[${unseen}${joining}]`, 'g')

/**
 * Takes out soft hyphens, marks of no width and those that turn the direction of writing: they leave no mark on
 * paper, keep words from being found, and let a text look different from what it says. Joiners stay: flags and
 * families are made with them, and some names.
 */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** The same, and what joins characters or chooses their looks: for texts that are compared, or only searched. */
export function withoutJoiners(text: string): string {
  return text.replace(invisibleOrJoining, '')
}
