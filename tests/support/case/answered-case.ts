import type { RunningCms } from '../desk/cms.ts'
import type { CaseEntry, Clerk } from './clerk.ts'

const unit = '区民政局'
const parts = {
  request: '请修好柳岸社区内的路灯。',
  facts: '经查，演示用户（电话138 0000 0000）反映的问题属实。负责人马小军，与大兴建材经营部有关。',
  opinion: '已责令*物业公司*修复柳岸社区3号楼前的路灯。\n赵国强与刘洋到场。',
  basis: '《城市道路照明规定》第五条',
  citations: [],
}

/** A case that was answered, from its filing on; its reply names people. */
export async function answeredCase(
  office: Pick<RunningCms, 'mailbox'>,
  clerk: Clerk,
  steps: object[] = [],
  filing: Parameters<RunningCms['mailbox']['file']>[0] = {},
): Promise<CaseEntry> {
  const found = await clerk.wait(await office.mailbox.file(filing), 'the case')
  await clerk.take(found, { kind: 'register' }, { kind: 'refer', unit }, { kind: 'accept', unit })
  await clerk.take(found, { kind: 'reply', unit, parts }, ...steps)
  return found
}
