import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'
import { plain, sealedPetition, sealedStatus } from '../../support/portal/sealed.ts'

await onEveryDatabase((opened) => {
  it('replaces a status only by a greater revision', async () => {
    const { mailbox } = opened()
    const { receipt, message } = sealedPetition()
    const { number } = receipt
    await mailbox.file(receipt, message)
    const put = (revision: number, text: string) =>
      mailbox.putStatus(number, sealedStatus(revision, text))
    const held = async () => {
      const { sealed, access } = (await mailbox.status(number)) ?? assert.fail()
      return [sealed, access.salt, access.verifier, access.wrappedIdentity].map(String)
    }
    assert.equal(await put(2, 'second'), 2)
    assert.equal(await put(1, 'first'), 2)
    assert.equal(await put(2, 'second again'), 2)
    assert.deepEqual(await held(), ['second', 'second salt', 'second verifier', 'second wrapped'])
    assert.equal(await put(3, 'third'), 3)
    assert.deepEqual(await held(), ['third', 'third salt', 'third verifier', 'third wrapped'])
  })

  it('erases the pre-collection verifier when the office brings the first status, and no other', async () => {
    const { mailbox } = opened()
    const [mine, other] = [sealedPetition(), sealedPetition()]
    await mailbox.file(mine.receipt, mine.message)
    await mailbox.file(other.receipt, other.message)
    await mailbox.putStatus(mine.receipt.number, sealedStatus(1, 'first'))
    assert.equal((await mailbox.receipt(mine.receipt.number))?.preCollection, null)
    assert.deepEqual(plain(await mailbox.receipt(other.receipt.number)), plain(other.receipt))
  })

  it('takes no status for a number that it never gave', async () => {
    const { mailbox } = opened()
    assert.equal(await mailbox.putStatus('1000000000000000', sealedStatus(1, 'x')), null)
  })

  it('learns of a petition that was registered at the desk by its status, whose code the office made', async () => {
    const { mailbox } = opened()
    const number = '2000000000000000'
    const made = (revision: number, mark: number) => {
      const { access, ...status } = sealedStatus(revision, `${revision}`)
      return { ...status, access: { ...access, mark } }
    }
    assert.equal(await mailbox.putStatus(number, made(2, 7)), 2)
    assert.equal(await mailbox.putStatus(number, made(3, 7)), 3)
    const receipt = await mailbox.receipt(number)
    assert.deepEqual([receipt?.mark, receipt?.preCollection], [7, null])
    assert.equal(String((await mailbox.status(number))?.sealed), '3')
    const { message } = sealedPetition({ number })
    assert.equal(await mailbox.append(message), true)
  })
})
