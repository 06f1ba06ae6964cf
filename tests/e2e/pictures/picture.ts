import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import sharp from 'sharp'
import { root } from '../../support/machine/installation.ts'

const folder = join(root, 'content', 'handbook', 'pictures')

/** A picture is so many bytes at most. */
const most = 60 * 1024

async function small(picture: Buffer): Promise<Buffer> {
  for (const quality of [85, 75, 65, 55, 45, 35]) {
    const made = await sharp(picture).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
    if (made.length <= most) return made
  }
  throw new Error('the picture does not become small enough: show less of the page')
}

/** Takes a picture of a page, or of a part of it, into the handbook. @param name its file, without the ending */
export async function takePicture(shown: Page | Locator, name: string): Promise<void> {
  const picture = await shown.screenshot({ animations: 'disabled', caret: 'hide' })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.webp`), await small(picture))
}

/** The pages as at a desk, or as on a telephone. */
export const desk = { width: 1280, height: 860 }
export const telephone = { width: 390, height: 780 }
