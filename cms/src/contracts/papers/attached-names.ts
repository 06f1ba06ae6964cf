/** What goes with a paper, as it is named at its end: 附件：工资核算表.pdf, or a numbered list. */
export function attachedNames(files: readonly { name: string }[]): string {
  if (files.length < 2) return files.map(({ name }) => `附件：${name}`).join('')
  return files
    .map(
      ({ name }, index) => `${index === 0 ? '附件：' : '\u3000\u3000\u3000'}${index + 1}. ${name}`,
    )
    .join('\n')
}
