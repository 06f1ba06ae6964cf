/** The words of the editor on screen. What is not here belongs to something that is not offered. */
const words: Record<string, string> = {
  'toolbar.undo': '撤销（{{shortcut}}）',
  'toolbar.redo': '重做（{{shortcut}}）',
  'toolbar.blockTypeSelect.placeholder': '段落样式',
  'toolbar.blockTypeSelect.selectBlockTypeTooltip': '段落样式',
  'toolbar.blockTypes.paragraph': '正文',
  'toolbar.blockTypes.quote': '引用',
  'toolbar.bold': '加粗',
  'toolbar.removeBold': '取消加粗',
  'toolbar.bulletedList': '项目符号',
  'toolbar.numberedList': '编号',
  'toolbar.toggleGroup': '列表',
  'toolbar.link': '链接',
  'toolbar.table': '插入表格',
  'createLink.url': '网址',
  'createLink.urlPlaceholder': 'https://…，站内网页以 / 开头',
  'createLink.text': '显示的文字',
  'createLink.textTooltip': '读者看到的文字',
  'createLink.title': '说明',
  'createLink.titleTooltip': '可以不填',
  'createLink.saveTooltip': '保存链接',
  'createLink.cancelTooltip': '不改了',
  'dialogControls.save': '保存',
  'dialogControls.cancel': '取消',
  'dialog.close': '关闭',
  'linkPreview.open': '在新窗口打开 {{url}}',
  'linkPreview.edit': '修改链接',
  'linkPreview.copyToClipboard': '复制网址',
  'linkPreview.copied': '已复制',
  'linkPreview.remove': '去掉链接',
  'table.columnMenu': '这一列',
  'table.rowMenu': '这一行',
  'table.textAlignment': '对齐',
  'table.alignLeft': '左对齐',
  'table.alignCenter': '居中',
  'table.alignRight': '右对齐',
  'table.insertColumnLeft': '在左边加一列',
  'table.insertColumnRight': '在右边加一列',
  'table.deleteColumn': '删除这一列',
  'table.insertRowAbove': '在上面加一行',
  'table.insertRowBelow': '在下面加一行',
  'table.deleteRow': '删除这一行',
  'table.deleteTable': '删除表格',
}

const headings: Record<string, string> = { 2: '大标题', 3: '中标题', 4: '小标题' }

/** The editor's translation; `label` names the text area for those who do not see it. */
export function translate(label: string) {
  return (key: string, english: string, values: Record<string, unknown> = {}): string => {
    if (key === 'contentArea.editableMarkdown') return label
    if (key === 'toolbar.blockTypes.heading') return headings[String(values.level)] ?? '标题'
    return Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
      words[key] ?? english,
    )
  }
}
