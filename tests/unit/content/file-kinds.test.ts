import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeAs, encodingByMark } from '../../../content/files/decode.ts'
import { kindBySign, kindOf } from '../../../content/files/kind.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const brand = (name: string, others = '') =>
  latin(`\0\0\0\x20ftyp${name}\0\0\0\0${others}`.padEnd(64, '\0'))
const extensionOf = async (bytes: Uint8Array) => (await kindOf(bytes))?.extension

describe('what a file is by its bytes', () => {
  it('is told by brands that say picture or sound where the boxes are those of a film', async () => {
    const brands = { avif: 'avif', heis: 'heic', hevm: 'heic', 'M4A ': 'm4a', 'aax ': 'aax' }
    for (const [name, extension] of Object.entries(brands)) {
      assert.equal(await extensionOf(brand(name)), extension, name)
    }
    assert.equal(await extensionOf(brand('mif1', 'mif1avif')), 'avif')
    assert.equal(await extensionOf(brand('mif1', 'mif1heic')), 'heic')
    // Cameras have brands of their own.
    for (const film of ['isom', 'XAVC', 'MSNV']) assert.equal(await extensionOf(brand(film)), 'mp4')
  })

  it('is told of a PDF behind what copying leaves in front, and not behind anything else', async () => {
    for (const before of ['', '\r\n', '\xef\xbb\xbf', '\0'.repeat(900)]) {
      assert.equal(await extensionOf(latin(`${before}%PDF-1.7\n`)), 'pdf')
    }
    assert.notEqual(await extensionOf(latin('#!/bin/sh\n%PDF-1.7\n')), 'pdf')
  })

  it('is told of packages and recordings without unpacking or reading on', () => {
    const signs = {
      zip: 'PK\x03\x04',
      cfb: '\xd0\xcf\x11\xe0\xa1\xb1',
      amr: '#!AMR-WB\n',
      silk: '\x02#!SILK_V3',
      caf: 'caff\0\x01',
      dss: '\x02dss',
    }
    for (const [extension, bytes] of Object.entries(signs)) {
      assert.equal(kindBySign(latin(bytes))?.extension, extension)
    }
    for (const other of ['#!/bin/sh', 'PK\x05\x06', '']) {
      assert.equal(kindBySign(latin(other)), undefined)
    }
  })

  it('is nothing where it is plain text or empty', async () => {
    for (const text of ['', '信访事项', 'a'])
      assert.equal(await kindOf(Buffer.from(text)), undefined)
  })
})

describe('the text that bytes are', () => {
  it('is read in one encoding whole or not at all', () => {
    assert.equal(decodeAs('gb18030', latin('\xd0\xc5\xb7\xc3')), '信访')
    assert.equal(decodeAs('utf-8', latin('\xd0\xc5\xb7\xc3')), undefined)
    assert.equal(decodeAs('utf-16le', latin('\xe1\x4f\xbf')), undefined)
    assert.equal(decodeAs('no such encoding', latin('a')), undefined)
  })

  it('has its mark of byte order taken off', () => {
    for (const [bytes, encoding] of [
      ['\xef\xbb\xbfa', 'utf-8'],
      ['\xff\xfea\0', 'utf-16le'],
      ['\xfe\xff\0a', 'utf-16be'],
    ] as const) {
      assert.equal(encodingByMark(latin(bytes)), encoding)
      assert.equal(decodeAs(encoding, latin(bytes)), 'a')
    }
    assert.equal(encodingByMark(latin('a')), undefined)
  })
})
