import { Box, Checkbox, Flex, Link, Typography } from '@strapi/design-system'
import type { UnreadFile } from '../../contracts/publications/editions.ts'

const pagesOf = ({ pages }: UnreadFile) => (pages.length > 0 ? `（第 ${pages.join('、')} 页）` : '')

type Props = { files: UnreadFile[]; isLooked: boolean; onLooked: (looked: boolean) => void }

/** Pictures and scans, whose words no program reads: whoever approves opens them and says so. */
export function Unread({ files, isLooked, onLooked }: Props) {
  return (
    <Box role="group" aria-label="图片和扫描件">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi">这些文件里的字，程序读不出来，请逐个打开看：</Typography>
        {files.map((file) => (
          <Typography key={file.digest} variant="pi" tag="p" style={{ overflowWrap: 'anywhere' }}>
            <Link href={file.url} isExternal>
              {file.name}
            </Link>
            {pagesOf(file)}
          </Typography>
        ))}
        <Checkbox
          checked={isLooked}
          onCheckedChange={(checked: boolean | 'indeterminate') => onLooked(checked === true)}
        >
          都看过了，没有能认出个人的内容
        </Checkbox>
      </Flex>
    </Box>
  )
}
