import qrcode from 'qrcode-generator'

/** A QR code (ISO/IEC 18004) as an SVG path of its dark modules, in a square of `size` modules. */
export type Qr = { size: number; path: string }

/** Light modules around the code, without which readers do not find it. */
const quiet = 4

/** Draws a text; of 15 % of the modules it may lose any to a fold or a stain. */
export function qrOf(text: string): Qr {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row += 1) {
    for (let start = 0, end = 0; start < count; start = end + 1) {
      end = start
      while (end < count && code.isDark(row, end)) end += 1
      if (end > start) path += `M${start + quiet} ${row + quiet}h${end - start}v1h${start - end}z`
    }
  }
  return { size: count + 2 * quiet, path }
}
