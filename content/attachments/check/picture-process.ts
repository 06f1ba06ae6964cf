import sharp from 'sharp'
import { mostPixels, pictureFaults } from './limits.ts'

/**
 * Reads a picture from standard input and writes it anew to standard output, without anything that
 * is not the picture: no place, no device, no thumbnail, nothing behind its end. It runs as a
 * process of its own, so that a hostile file can end nothing but this.
 */
async function main(): Promise<void> {
  // Only the decoders of what is taken; libvips has others, which have had more holes.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`),
  })
  sharp.concurrency(1)
  sharp.cache(false)
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const input = Buffer.concat(chunks)
  const options = { limitInputPixels: mostPixels, failOn: 'truncated', pages: 1 } as const
  const { hasAlpha, format, width, height } = await sharp(input, options).metadata()
  if (width * height > mostPixels) throw new Error('Input image exceeds pixel limit')
  const drawn = sharp(input, options)
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ width: 5000, height: 5000, fit: 'inside', withoutEnlargement: true })
  const exact = hasAlpha || format === 'png' || format === 'gif'
  const output = exact
    ? await drawn.png({ compressionLevel: 6 }).toBuffer()
    : await drawn.jpeg({ quality: 88, mozjpeg: false }).toBuffer()
  process.stdout.write(output)
}

main().catch((error: unknown) => {
  const tooLarge = error instanceof Error && /pixel limit|too large|dimensions/i.test(error.message)
  process.exitCode = tooLarge ? pictureFaults.pixels : pictureFaults.damaged
})
