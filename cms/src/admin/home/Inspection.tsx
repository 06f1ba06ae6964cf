import { Box, Typography } from '@strapi/design-system'
import { DeskLink } from '../links/DeskLink'
import { editAddress } from '../live/progress-words'
import { Answered, useHome } from './Answered'
import type { Finding, Home } from '../../contracts/home.ts'

/** What is wrong with a column, in a sentence. */
function findingWords({ kind, column, days, limit }: Finding): string {
  if (kind === 'empty') return `“${column}”没有内容。栏目空着，检查时会扣分。`
  if (kind === 'stale') return `“${column}”已有 ${days} 天没有更新，超过了 ${limit} 天的限度。`
  return `“${column}”已有 ${days} 天没有更新，再过 ${(limit ?? 0) - (days ?? 0)} 天就超限。`
}

/** 检查提醒: what an inspector would find, before the inspector does. */
export default function Inspection() {
  return (
    <Answered answer={useHome()} name="检查提醒">
      {(home) => <Found {...home} />}
    </Answered>
  )
}

function Found({ findings, dead }: Pick<Home, 'findings' | 'dead'>) {
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
