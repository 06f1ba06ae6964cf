import { Box, Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'
import { watchAddress } from '../desk/addresses'
import { HowTo } from '../handbook/HowTo'
import { DeskLink } from '../links/DeskLink'
import { Faults } from '../live/Faults'
import { Answered, useWatch } from './Answered'
import type { Watch as Watched } from '../../contracts/watch.ts'

/** What leads to the page where each is named. */
const Which = ({ words }: { words: string }) => (
  <>
    {words}
    <DeskLink to={watchAddress}>查看是哪些</DeskLink>
  </>
)

/** Cases whose record is not whole: somebody has changed the database, or it is damaged. */
function Records({ broken, heads }: Watched['records']) {
  return (
    <>
      {broken > 0 && (
        <Which words={`有 ${broken} 个办件的记录不完整，不要再办理，请从备份恢复：`} />
      )}
      {heads && `${heads}：请从备份恢复，并查明是谁改动了数据库。`}
    </>
  )
}

/** 需要留意的: what does not go on by itself, each with what to do about it. */
export default function Watch() {
  return (
    <Answered answer={useWatch()} name="这一栏">
      {(watch) => (
        <Box width="100%">
          <Points points={pointsOf(watch)} />
          <HowTo chapter="alerts" about="需要留意的" />
        </Box>
      )}
    </Answered>
  )
}

type Point = [key: string, words: ReactNode]

function pointsOf(watched: Watched): Point[] {
  const {
    quarantined,
    lostFiles,
    untold,
    unmailed,
    sendsMails,
    faulty,
    records,
    faults,
    goneBack,
    hasRecovery,
    years,
    firstLogin,
  } = watched
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
    const words = `有 ${quarantined} 封来件打不开，已单独放着：`
    points.push(['quarantined', <Which words={words} />])
  }
  if (lostFiles > 0) {
    const words = `有 ${lostFiles} 个办件的附件没有收全：`
    points.push(['lostFiles', <Which words={words} />])
  }
  if (faulty > 0) {
    const words = `有 ${faulty} 个办件的内容打不开，办件列表里写明“内容打不开”：请从备份恢复。`
    points.push(['faulty', words])
  }
  if (untold > 0) {
    const words = `有 ${untold} 条告知没有送到信访人，要改用电话：`
    points.push(['untold', <Which words={words} />])
  }
  if (unmailed > 0) {
    const words = `有 ${unmailed} 封期限提醒没有送到：`
    points.push(['unmailed', <Which words={words} />])
  }
  if (!sendsMails) {
    points.push(['mails', '没有设置发邮件：期限提醒只记在办件里。请管理服务器的人设置 SMTP。'])
  }
  if (!hasRecovery) {
    const lost = '这台机器的密钥一旦丢失，信访事项和备份都打不开'
    points.push([
      'recovery',
      `还没有离线恢复密钥，也做不了备份：${lost}。请管理服务器的人照手册“密钥和找回”做一把。`,
    ])
  }
  for (const year of years) {
    points.push([
      year,
      `还没有 ${year} 年的工作日表：请按国务院办公厅的放假通知，更新程序里的工作日表。期限照常计算，要按工作日算的请核对。`,
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
  if (points.length === 0)
    return <Typography>现在没有需要留意的：发布、来件、告知、办件记录和工作日表都正常。</Typography>
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
