import { Box, Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'
import { caseAddress } from '../desk/addresses'
import { DeskLink } from '../links/DeskLink'
import { contentType } from '../../contracts/content-types.ts'
import { Faults } from '../live/Faults'
import { Answered, useWatch } from './Answered'
import type { Watch as Watched } from '../../contracts/watch.ts'

const list = (uid: string) => `/content-manager/collection-types/${uid}`
const failed = `${list(contentType.notification)}?filters[$and][0][state][$eq]=failed`

/** Cases whose record is not whole: somebody has changed the database, or it is damaged. */
function Records({ broken, first, heads }: Watched['records']) {
  return (
    <>
      {broken > 0 && `有 ${broken} 个办件的记录不完整，不要再办理，请从备份恢复：`}
      {first.map(({ documentId, fault }) => (
        <div key={documentId}>
          <DeskLink to={caseAddress(documentId)}>{fault}</DeskLink>
        </div>
      ))}
      {heads && `${heads}：请从备份恢复，并查明是谁改动了数据库。`}
    </>
  )
}

/** 需要留意的: what does not go on by itself, each with what to do about it. */
export default function Watch() {
  return (
    <Answered answer={useWatch()} name="这一栏">
      {(watch) => <Points points={pointsOf(watch)} />}
    </Answered>
  )
}

type Point = [key: string, words: ReactNode]

function pointsOf(watched: Watched): Point[] {
  const { quarantined, untold, records, faults, goneBack, years, firstLogin } = watched
  const points: Point[] = []
  if (records.broken > 0 || records.heads) points.push(['records', <Records {...records} />])
  if (faults.length > 0) {
    points.push([
      'faults',
      <>
        最近一次发布没有上线，网站仍是上一个版本：
        <Faults faults={faults} />
      </>,
    ])
  }
  if (goneBack) points.push(['back', '网站退回了较早的版本：再发布任何内容，才按现在的内容更新。'])
  if (quarantined > 0) {
    points.push([
      'quarantined',
      <>
        {`有 ${quarantined} 封来件打不开，已单独放着：`}
        <DeskLink to={list(contentType.quarantine)}>查看原因</DeskLink>
      </>,
    ])
  }
  if (untold > 0) {
    points.push([
      'untold',
      <>
        {`有 ${untold} 条告知没有送到信访人，要改用电话：`}
        <DeskLink to={failed}>查看是哪几件</DeskLink>
      </>,
    ])
  }
  for (const year of years) {
    points.push([
      year,
      `缺少 ${year} 年的工作日表，跨到这一年的期限算不准：请更新程序里的工作日表。`,
    ])
  }
  if (firstLogin) {
    points.push([
      'login',
      `首次登录的账号和密码还留在服务器上：建好各人的账号以后，请删除 ${firstLogin}。`,
    ])
  }
  return points
}

function Points({ points }: { points: Point[] }) {
  if (points.length === 0) return <Typography>现在没有需要留意的。</Typography>
  return (
    <Box tag="ul" width="100%">
      {points.map(([key, words]) => (
        <Box key={key} tag="li" paddingBottom={3}>
          <Typography tag="div" style={{ overflowWrap: 'anywhere' }}>
            {words}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
