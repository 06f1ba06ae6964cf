import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { canonicalQuery, signCall } from '../../../cms/src/casework/notify/aliyun-signature.ts'

describe("Aliyun's signature ACS3-HMAC-SHA256", () => {
  it('is that of the published example', () => {
    // “V3 版本请求体&签名机制”, fixed parameters.
    const headers = signCall(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        date: '2023-10-26T10:22:32Z',
        nonce: '3156853299f313e23d1673dc12e1703d',
        query: {
          RegionId: 'cn-shanghai',
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        },
      },
      { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
    )
    assert.equal(
      headers.authorization,
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })

  it('covers the query sorted and escaped by RFC 3986', () => {
    assert.equal(
      canonicalQuery({ b: "a b*c~(d)!'", a: '信访+=&/' }),
      'a=%E4%BF%A1%E8%AE%BF%2B%3D%26%2F&b=a%20b%2Ac~%28d%29%21%27',
    )
  })
})
