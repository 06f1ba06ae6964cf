/** Says of a text that it is not understood, and what to write instead. */
export const notUnderstood = (advice: string) => (text: string) => `“${text}”没有看懂：${advice}`
