import type { Clipping } from './inline.ts'

/** The addresses of links that lead only inside the office, as far as they are worth showing. */
function shown(addresses: string[]): string {
  const short = addresses.map((address) =>
    address.length > 40 ? `${address.slice(0, 40)}…` : address,
  )
  return [...new Set(short)].slice(0, 3).join('、')
}

/** What staff are told of a text that was brought in: what did not come along, what to look at. */
export function notesOf({ dropped, embedded, inner, merged }: Clipping): string[] {
  return [
    ...(dropped > 0 ? [`${dropped} 张图片没有带过来：请用“插入图片”按钮逐张放进来。`] : []),
    ...(embedded > 0
      ? [`${embedded} 处视频或嵌入的内容没有带过来：请另行插入，或写明在哪里看。`]
      : []),
    ...(inner.length > 0
      ? [
          `${inner.length} 个链接通向单位内网或自己的电脑（${shown(inner)}），读者打不开：已去掉链接，文字还在。`,
        ]
      : []),
    ...(merged ? ['表格里合并的单元格或套着的表格已拆开：请核对表格。'] : []),
  ]
}
