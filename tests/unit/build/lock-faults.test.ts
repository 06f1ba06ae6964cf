import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { faultsOfLock, type Lock } from '../../../scripts/check/lock-faults.ts'
import { root } from '../../support/machine/installation.ts'

const sound = { license: 'MIT', integrity: 'sha512-AAAA' }
const one = (locked: object, name = 'some') =>
  faultsOfLock({ packages: { [`node_modules/${name}`]: { ...sound, ...locked } } }, { node: true })
const own = (dependencies: Record<string, string>) =>
  faultsOfLock({ packages: { '': { dependencies } } }, {})

describe('what the lock file may hold', () => {
  it('is what it holds', async () => {
    const read = async (name: string) => JSON.parse(await readFile(join(root, name), 'utf8'))
    const { allowScripts } = await read('package.json')
    const lock = (await read('package-lock.json')) as Lock
    assert.ok(Object.keys(lock.packages).length > 100)
    assert.deepEqual(faultsOfLock(lock, allowScripts), [])
  })

  it('is a package with its hash', () => {
    assert.deepEqual(one({}), [])
    assert.match(String(one({ integrity: undefined })), /integrity/)
    assert.match(String(one({ integrity: 'md5-AAAA' })), /integrity/)
    assert.match(String(one({ integrity: 'sha1-AAAA' })), /integrity/)
  })

  it('is nothing from an address', () => {
    for (const resolved of [
      'git+ssh://git@example.org/some.git#0123',
      'http://registry.example.org/some.tgz',
      'https://example.org/some.tgz',
      'file:../some.tgz',
    ]) {
      assert.match(String(one({ resolved })), /下载地址/, resolved)
    }
  })

  it('is under a licence that is known', () => {
    for (const license of [
      'ISC',
      '(MIT OR GPL-3.0)',
      '(GPL-2.0 OR MIT)',
      'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    ]) {
      assert.deepEqual(one({ license }), [], license)
    }
    for (const license of [
      'GPL-3.0',
      'AGPL-3.0-only',
      'UNLICENSED',
      'SEE LICENSE IN LICENSE',
      'MIT AND GPL-3.0',
      'SSPL-1.0',
      '',
      undefined,
    ]) {
      assert.match(String(one({ license })), /许可证/, license)
    }
    assert.deepEqual(one({ license: 'SEE LICENSE IN LICENSE' }, '@strapi/core'), [])
  })

  it('runs an install script only where that is allowed, also further in and under another name', () => {
    assert.match(String(one({ hasInstallScript: true })), /allowScripts/)
    assert.deepEqual(one({ hasInstallScript: true }, 'node'), [])
    assert.deepEqual(one({ hasInstallScript: true }, 'vite/node_modules/esbuild'), [])
    assert.match(String(one({ hasInstallScript: true }, 'node/node_modules/evil')), /allowScripts/)
    assert.match(String(one({ hasInstallScript: true, name: 'evil' }, 'node')), /allowScripts/)
  })

  it('is asked for by versions of the registry only', () => {
    assert.deepEqual(own({ a: '^1.2.3', b: '~2', c: '4.0.0-beta.17', d: '*', e: '>=20' }), [])
    for (const version of [
      'git+https://example.org/a.git',
      'someone/a',
      'github:someone/a',
      'http://example.org/a.tgz',
      'file:../a',
      'npm:other@1.0.0',
      'latest',
    ]) {
      assert.match(String(own({ a: version })), /登记处/, version)
    }
  })
})
