import { pictureAddress } from './link.ts'
import { readMarkdown } from './read.ts'
import { walk } from './tree.ts'

/** A picture that stands in a text. */
export type Picture = { address: string; alt: string; caption: string }

/** The pictures of a text, in order. */
export function picturesIn(text: string): Picture[] {
  return [...walk(readMarkdown(text))].flatMap((node) =>
    node.type === 'image'
      ? [{ address: node.url, alt: (node.alt ?? '').trim(), caption: (node.title ?? '').trim() }]
      : [],
  )
}

/** Whether a picture lies in the media library. Any other address is never fetched. */
export function isOwn({ address }: Picture): boolean {
  return pictureAddress.test(address)
}

/** The files of the media library that a text shows or links to, by name. */
export function filesIn(text: string): string[] {
  const addresses = [...walk(readMarkdown(text))].flatMap((node) =>
    node.type === 'image' || node.type === 'link' ? [node.url] : [],
  )
  const own = addresses.filter((address) => pictureAddress.test(address))
  return [...new Set(own.map((address) => address.replace(/^\/?media\//, '')))]
}

/** What must be mended before a text can be published, as sentences for staff. */
export function faultsOfPictures(text: string): string[] {
  const pictures = picturesIn(text)
  const foreign = pictures.find((picture) => !isOwn(picture))
  const silent = pictures.findIndex((picture) => isOwn(picture) && !picture.alt)
  return [
    ...(foreign
      ? [
          `图片地址 ${foreign.address.slice(0, 80)} 不在媒体库里：请删去，下载后用“插入图片”按钮放进来`,
        ]
      : []),
    ...(silent >= 0
      ? [`第 ${silent + 1} 张图片没有替代文字：请点图片上的齿轮，写一句话说明图里是什么`]
      : []),
  ]
}
