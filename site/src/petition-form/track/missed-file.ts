/** What is said where a file of a reply was asked for and could not be given. */
export const missedFileWords = {
  gone: {
    title: '这个文件已经不在了',
    text: '答复可能更正过，附件换了。现在有的都列在答复下面，请从那里打开。',
  },
  damaged: {
    title: '这个文件暂时打不开',
    text: '请过一天再试。着急的话，请打电话给我们，报上查询编号。',
  },
}
export type MissedFile = keyof typeof missedFileWords

/** What the address of the page says of a file. */
export function missedFile(text: string | null): MissedFile | null {
  return text === 'gone' || text === 'damaged' ? text : null
}
