import { randomBytes } from 'node:crypto'
import { shanghaiClock } from '@portal/content/calendar/day'
import type {
  RegisterRequest,
  TypedRegistration,
} from '../../../cms/src/contracts/cases/registration.ts'

/** What a clerk types of a visitor, made up. */
export function visit(changes: Partial<TypedRegistration> = {}): TypedRegistration {
  return {
    channel: 'visit',
    receivedAt: shanghaiClock(new Date()).slice(0, 16),
    category: 'claim',
    topic: 'transport',
    region: 'chengxi-liuan',
    title: '柳岸社区路灯不亮',
    request: '请修好三号楼前的路灯。',
    facts: '三号楼前的路灯坏了两个月，晚上出门看不清台阶，老人摔过一次。',
    name: '王小明',
    withheld: false,
    phone: '13800005678',
    address: '柳岸社区 3 号楼 201 室',
    people: '',
    representatives: [],
    notifyBy: '',
    email: '',
    scans: [],
    isSettled: false,
    settled: '',
    repeatOf: '',
    repeatReason: '',
    slot: '',
    ...changes,
  }
}

/** A form of it that was not sent before. */
export function newForm(changes: Partial<TypedRegistration> = {}): RegisterRequest {
  return { ...visit(changes), key: randomBytes(16).toString('base64url') }
}
