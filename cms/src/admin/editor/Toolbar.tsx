import {
  BlockTypeSelect,
  BoldItalicUnderlineToggles,
  ButtonWithTooltip,
  CreateLink,
  InsertTable,
  ListsToggle,
  Separator,
  UndoRedo,
} from '@mdxeditor/editor'
import { Collapse, Expand, Image } from '@strapi/icons'

type Props = { whole: boolean; onPicture: () => void; onWhole: () => void }

/** What staff can do to a text, in the order of how often they do it. */
export function Toolbar({ whole, onPicture, onWhole }: Props) {
  const size = whole ? '退出全屏（Esc）' : '全屏写作'
  return (
    <>
      <UndoRedo />
      <Separator />
      <BlockTypeSelect />
      <BoldItalicUnderlineToggles options={['Bold']} />
      <ListsToggle options={['bullet', 'number']} />
      <Separator />
      <CreateLink />
      <InsertTable />
      <ButtonWithTooltip title="插入图片" onClick={onPicture}>
        <Image aria-hidden />
      </ButtonWithTooltip>
      <Separator />
      <ButtonWithTooltip title={size} onClick={onWhole}>
        {whole ? <Collapse aria-hidden /> : <Expand aria-hidden />}
      </ButtonWithTooltip>
    </>
  )
}
