import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { EnvironmentError, readEnvironment } from '@portal/content/schema/operation/environment'

describe('settings', () => {
  it('have a default each', () => {
    const { root, ...settings } = readEnvironment({})
    assert.equal(settings.portalPort, 4321)
    assert.equal(settings.portalHost, '127.0.0.1')
    assert.equal(settings.cmsPort, 1337)
    assert.equal(settings.dataDir, join(root, '.data'))
    assert.equal(settings.contentDir, join(root, 'content'))
    assert.equal(settings.siteUrl, 'http://localhost:4321')
    assert.equal(settings.basePath, '')
    assert.equal(settings.mailboxUrl, `sqlite:${join(root, '.data', 'portal', 'mailbox.db')}`)
    assert.equal(settings.mailboxEndpoint, 'http://127.0.0.1:4321/mailbox')
  })

  it('are read from the root of the project where they are relative', () => {
    const { root, dataDir, mailboxUrl } = readEnvironment({
      DATA_DIR: 'data',
      MAILBOX_URL: 'sqlite:mail.db',
    })
    assert.equal(dataDir, join(root, 'data'))
    assert.equal(mailboxUrl, `sqlite:${join(root, 'mail.db')}`)
  })

  it('take a base path with or without a slash at its end', () => {
    for (const value of ['/xfj', '/xfj/']) {
      const { basePath, mailboxEndpoint } = readEnvironment({ BASE_PATH: value })
      assert.equal(basePath, '/xfj')
      assert.equal(mailboxEndpoint, 'http://127.0.0.1:4321/xfj/mailbox')
    }
    assert.equal(readEnvironment({ BASE_PATH: '/' }).basePath, '')
  })

  it('have the portal listen where only the web server before it reaches it, or where it is told', () => {
    const read = (values: Record<string, string>) => readEnvironment(values)
    for (const SITE_URL of ['https://xf.example', 'http://xf.example', 'http://localhost:4321']) {
      assert.equal(read({ SITE_URL }).portalHost, '127.0.0.1', SITE_URL)
    }
    assert.equal(read({ SITE_URL: 'http://192.168.1.5:4321' }).portalHost, null)
    assert.equal(read({ SITE_URL: 'http://xf.example', PORTAL_PORT: '80' }).portalHost, null)
    for (const [PORTAL_HOST, address] of [
      ['10.0.0.5', '10.0.0.5'],
      ['0.0.0.0', '127.0.0.1'],
      ['::', '127.0.0.1'],
      ['fd00::5', '[fd00::5]'],
    ] as const) {
      const { portalHost, mailboxEndpoint } = read({ PORTAL_HOST, SITE_URL: 'https://xf.example' })
      assert.equal(portalHost, PORTAL_HOST)
      assert.equal(mailboxEndpoint, `http://${address}:4321/mailbox`)
    }
    for (const bad of ['portal.example', '10.0.0', 'all', '10.0.0.5:80', '[::1]', '10.0.0.0/8']) {
      assert.throws(() => read({ PORTAL_HOST: bad }), /PORTAL_HOST.*IP 地址/, bad)
    }
  })

  it('take proxies as a number or as addresses and networks', () => {
    const read = (value: string) => readEnvironment({ TRUSTED_PROXIES: value }).trustedProxies
    assert.equal(readEnvironment({}).trustedProxies, 0)
    assert.equal(read('2'), 2)
    assert.deepEqual(read('10.0.0.1, fd00::/8'), ['10.0.0.1', 'fd00::/8'])
    for (const bad of ['-1', '10', 'nginx', '10.0.0.1/33', '1,2', '10.0.0.1,', 'fd00::/8/8']) {
      assert.throws(() => read(bad), /TRUSTED_PROXIES/, bad)
    }
  })

  it('are refused by name where they are bad, all at once', () => {
    const bad = { PORTAL_PORT: 'eighty', SITE_URL: 'portal.example', MAILBOX_URL: 'mysql://x' }
    assert.throws(
      () => readEnvironment(bad),
      (error) =>
        error instanceof EnvironmentError &&
        Object.keys(bad).every((name) => error.message.includes(name)),
    )
  })

  it('are refused where they look misspelt', () => {
    assert.throws(() => readEnvironment({ PORTAL_PRT: '80' }), /PORTAL_PRT.*PORTAL_PORT/)
    assert.throws(() => readEnvironment({ CONTENT_DIRS: 'x' }), /CONTENT_DIR/)
    assert.doesNotThrow(() => readEnvironment({ PATH: '/bin', PORTAL_PORT_80_TCP: 'x' }))
  })

  it('are refused where both servers would take one port', () => {
    assert.throws(() => readEnvironment({ CMS_PORT: '4321' }), EnvironmentError)
  })
})
