const names: [RegExp, string][] = [
  [/^image\//, '图片'],
  [/pdf$/, 'PDF 文件'],
  [/^video\//, '视频'],
  [/^audio\//, '录音'],
  [/(msword|wordprocessing)/, 'Word 文件'],
  [/(ms-excel|spreadsheet)/, 'Excel 表格'],
  [/presentation|powerpoint/, '演示文稿'],
  [/^text\//, '文本文件'],
  [/(zip|compressed)/, '压缩文件'],
]

/** What a media type is called. */
export function kindName(type: string): string {
  return names.find(([pattern]) => pattern.test(type))?.[1] ?? '文件'
}
