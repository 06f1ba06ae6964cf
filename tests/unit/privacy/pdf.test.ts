import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPdf } from '../../../content/privacy/pdf.ts'
import { leaflet, pdfStream, pdfText } from '../../support/files/pdfs.ts'

const rest = '/Rect[10 10 30 30]'
const note = (entries: string) => leaflet({ page: '/Annots[6 0 R]', more: [entries] })

const places: [string, () => Buffer][] = [
  ['the page', () => leaflet({ shown: 'call 13800138000' })],
  ['a note', () => note(`<</Type/Annot/Subtype/Text${rest}/Contents(call 13800138000)>>`)],
  ['the writer of a note', () => note(`<</Subtype/Text${rest}/T(13800138000)>>`)],
  ['a hidden note', () => note(`<</Subtype/Text${rest}/F 2/Contents(13800138000)>>`)],
  [
    'a note in UTF-16',
    () => note(`<</Subtype/Text${rest}/Contents${pdfText('电话13800138000')}>>`),
  ],
  ['text written on the page', () => note(`<</Subtype/FreeText${rest}/Contents(13800138000)>>`)],
  ['a stamp', () => note(`<</Subtype/Stamp${rest}/Contents(13800138000)>>`)],
  ['a marked line', () => note(`<</Subtype/Highlight${rest}/Contents(13800138000)>>`)],
  [
    'a link',
    () => note(`<</Subtype/Link${rest}/A<</S/URI/URI(https://a.example/?tel=13800138000)>>>>`),
  ],
  [
    'a field of a form',
    () =>
      leaflet({
        catalog: '/AcroForm<</Fields[6 0 R]>>',
        page: '/Annots[6 0 R]',
        more: [`<</Subtype/Widget/FT/Tx/T(tel)/V(13800138000)${rest}>>`],
      }),
  ],
  ['the title', () => leaflet({ more: ['<</Title(13800138000)>>'], trailer: '/Info 6 0 R' })],
  ['a property', () => leaflet({ more: ['<</Of(13800138000)>>'], trailer: '/Info 6 0 R' })],
  [
    'the packet of metadata',
    () =>
      leaflet({
        catalog: '/Metadata 6 0 R',
        more: [
          pdfStream(
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>13800138000</a></x:xmpmeta>',
            '/Type/Metadata/Subtype/XML',
          ),
        ],
      }),
  ],
  [
    'a bookmark',
    () =>
      leaflet({
        catalog: '/Outlines 6 0 R',
        more: [
          '<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>',
          '<</Title(13800138000)/Parent 6 0 R/Dest[3 0 R/Fit]>>',
        ],
      }),
  ],
  [
    'the name of a file in it',
    () =>
      leaflet({
        catalog: '/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>',
        more: ['<</Type/Filespec/F(13800138000.txt)/EF<</F 7 0 R>>>>', pdfStream('a')],
      }),
  ],
  [
    'the name of a layer',
    () =>
      leaflet({
        catalog: '/OCProperties<</OCGs[6 0 R]/D<</Order[6 0 R]>>>>',
        more: ['<</Type/OCG/Name(13800138000)>>'],
      }),
  ],
  [
    'the words that stand for a picture',
    () =>
      leaflet({
        catalog: '/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R',
        page: '/StructParents 0',
        more: [
          '<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>>>',
          '<</Type/StructElem/S/Figure/P 6 0 R/Pg 3 0 R/K 0/Alt(13800138000)>>',
        ],
      }),
  ],
]

describe('what a PDF says', () => {
  for (const [place, make] of places) {
    it(`is read: ${place}`, async () => {
      const { text, wordless } = await readPdf(make())
      assert.match(text, /13800138000/)
      assert.deepEqual(wordless, place === 'the page' ? [1] : [])
    })
  }

  it('is nothing on a page that is a picture, even with the stamp of the program that took it', async () => {
    for (const shown of ['', 'Scanned by X']) {
      assert.deepEqual((await readPdf(leaflet({ shown }))).wordless, [1])
    }
  })

  it('does not count the dates of the machine', async () => {
    const more = [`<</CreationDate(D:20261122203000+08'00')>>`]
    const { text } = await readPdf(leaflet({ more, trailer: '/Info 6 0 R' }))
    assert.doesNotMatch(text, /2026/)
  })
})
