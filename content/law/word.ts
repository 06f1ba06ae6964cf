import mammoth from 'mammoth'
import { wordLines } from './blocks.ts'
import { unpackedSize } from './zip.ts'
import { bare, refuse, type Refusal, type Source } from './source.ts'

/** The parts of mammoth's document tree that are looked at here. */
type Node = {
  type?: string
  value?: string
  numbering?: { isOrdered?: boolean } | null
  children?: Node[]
}

function textOf(node: Node): string {
  return (node.value ?? '') + (node.children ?? []).map(textOf).join('')
}

function paragraphs(node: Node): Node[] {
  if (node.type === 'paragraph') return [node]
  return (node.children ?? []).flatMap(paragraphs)
}

const titles = ['Title', '标题', '文件标题'].map((name) => `p[style-name='${name}'] => h1:fresh`)
const damaged = '不是 Word 文件，或者文件已损坏：请在 Word 里打开，另存为 .docx 再导入'
const largest = 200 * 1024 * 1024
const compound = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Reads a Word file (.docx). Numbers that Word itself generates are not in the text, so a file
 * that relies on them is refused: its articles would silently lose their numbers.
 */
export async function wordSource(
  bytes: Uint8Array,
): Promise<{ ok: true; source: Source } | Refusal> {
  if (compound.every((byte, index) => bytes[index] === byte)) {
    return refuse('Word 文件设了密码，或是旧版 .doc：请去掉密码，另存为 .docx 再导入')
  }
  const size = unpackedSize(bytes)
  if (size === null) return refuse(damaged)
  if (size > largest) return refuse('文件解开后超过 200 MB，不像是法规文本，请检查')
  let tree: Node = {}
  let html: string
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: titles,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        transformDocument: (document: Node) => (tree = document),
      },
    )
    html = result.value
  } catch {
    return refuse(damaged)
  }
  const written = paragraphs(tree).filter((node) => bare(textOf(node)))
  const numbered = written.findIndex((node) => node.numbering?.isOrdered)
  if (numbered >= 0) {
    const advice = '请在 Word 里全选，把自动编号转换成文字再导入'
    return refuse(
      `第 ${numbered + 1} 段用了 Word 的自动编号，编号不在文字里：${advice}`,
      numbered + 1,
    )
  }
  if (/<li id="(?:foot|end)note-/u.test(html)) {
    return refuse('文件里有脚注或尾注：请把注释写进正文或删去再导入')
  }
  return { ok: true, source: { lines: wordLines(html), factsEnd: null, page: false } }
}
