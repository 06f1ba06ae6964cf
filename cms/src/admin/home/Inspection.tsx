import { Box, Typography } from '@strapi/design-system'
import { DeskLink } from '../links/DeskLink'
import { editAddress } from '../live/progress-words'
import { useHome } from './use-home'
import { findingWords } from './view'

/** 检查提醒: what an inspector would find, before the inspector does. */
export default function Inspection() {
  const home = useHome()
  if (home === 'lost') return <Typography>读不到检查提醒：请刷新页面。</Typography>
  if (!home) return <Typography textColor="neutral600">正在读取…</Typography>
  const { findings, dead } = home
  if (findings.length === 0 && dead.count === 0) {
    return <Typography>栏目都在按时更新，站内没有打不开的链接。</Typography>
  }
  return (
    <Box tag="ul" width="100%">
      {findings.map((finding) => (
        <Box key={finding.kind + finding.column} tag="li" paddingBottom={2}>
          <Typography textColor={finding.kind === 'soon' ? 'warning700' : 'danger700'}>
            {findingWords(finding)}
          </Typography>
        </Box>
      ))}
      {dead.some.map((link) => (
        <Box key={`${link.page} ${link.to}`} tag="li" paddingBottom={2}>
          <Typography textColor="danger700">{link.text}</Typography>
          {link.uid && (
            <>
              {'　'}
              <DeskLink to={editAddress(link.uid, link.documentId)}>去修改</DeskLink>
            </>
          )}
        </Box>
      ))}
      {dead.count > dead.some.length && (
        <Typography tag="p">另有 {dead.count - dead.some.length} 处打不开的链接。</Typography>
      )}
    </Box>
  )
}
