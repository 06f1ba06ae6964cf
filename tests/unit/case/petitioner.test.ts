import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Petition } from '../../../content/schema/petition/petition.ts'
import { petitionerFields } from '../../../cms/src/casework/receive/petitioner.ts'

const petition: Petition = {
  name: '李秀英',
  phone: '13800001234',
  address: '城西街道柳岸社区 8 栋',
  idNumber: null,
  category: 'claim',
  topic: 'labour',
  region: 'qinghe',
  title: '工地拖欠三个月工资',
  request: '请督促公司付清工资。',
  facts: '2026年8月至10月在柳岸工地做木工，工资一直没有发。',
}
const empty = {
  petitionerName: '李秀英',
  petitionerPhone: '13800001234',
  petitionerAddress: '城西街道柳岸社区 8 栋',
  petitionerIdNumber: null,
  petitionerCreditCode: null,
  petitionerContact: null,
  jointPeople: null,
  representatives: null,
}

it('keeps a person as they are', () => {
  assert.deepEqual(petitionerFields(petition), empty)
})

it('keeps who speaks for an organisation', () => {
  const organisation = { creditCode: '91350100M000100Y43', contact: '王示例' }
  assert.deepEqual(petitionerFields({ ...petition, organisation }), {
    ...empty,
    petitionerCreditCode: '91350100M000100Y43',
    petitionerContact: '王示例',
  })
})

it('keeps how many file together, and their representatives a line each', () => {
  const representatives = [
    { name: '李秀英', phone: '13800001234' },
    { name: '张示例', phone: '02885551234' },
  ]
  assert.deepEqual(petitionerFields({ ...petition, joint: { people: 32, representatives } }), {
    ...empty,
    jointPeople: 32,
    representatives: '李秀英，13800001234\n张示例，02885551234',
  })
  const few = petitionerFields({ ...petition, joint: { people: 3, representatives: [] } })
  assert.deepEqual([few.jointPeople, few.representatives], [3, null])
})
