import { Box, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { DeskLink } from '../links/DeskLink'
import type { Use } from '../../contracts/publications/references.ts'

/** What refers to an entry: how many of each type, with links to a few. */
export function References({ model, documentId }: { model: string; documentId: string }) {
  const { get } = useFetchClient()
  const [uses, setUses] = useState<Use[] | null | 'lost'>(null)

  useEffect(() => {
    get<{ uses: Use[] }>(`/desk/references/${model}/${documentId}`).then(
      ({ data }) => setUses(data.uses),
      () => setUses('lost'),
    )
  }, [model, documentId, get])

  if (uses === 'lost') return <Typography>没能读到：请刷新页面。</Typography>
  if (!uses) return <Typography textColor="neutral600">正在读取…</Typography>
  if (uses.length === 0) {
    return <Typography textColor="neutral600">还没有别的内容用到它。</Typography>
  }
  return (
    <Box width="100%">
      <Typography variant="pi" textColor="neutral600">
        有下面的内容用到它，不能删除。
      </Typography>
      <Box tag="ul">
        {uses.map(({ kind, uid, count, some }) => (
          <Box tag="li" key={uid} paddingTop={4}>
            <Typography fontWeight="semiBold">
              {kind} {count} 条
            </Typography>
            {some.map(({ documentId: id, title }) => (
              <Typography key={id} tag="p" variant="pi" paddingTop={2}>
                <DeskLink to={`/content-manager/collection-types/${uid}/${id}`}>{title}</DeskLink>
              </Typography>
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
