import {
  closeImageDialog$,
  imageDialogState$,
  saveImage$,
  useCellValue,
  usePublisher,
} from '@mdxeditor/editor'
import { PictureWords } from './PictureWords'

/** Changes the words of a picture that stands in the text. */
export function EditPicture() {
  const state = useCellValue(imageDialogState$)
  const save = usePublisher(saveImage$)
  const close = usePublisher(closeImageDialog$)
  if (state.type !== 'editing') return null
  const { src = '', altText = '', title = '' } = state.initialValues
  return (
    <PictureWords
      picture={{ address: src, alt: altText, caption: title }}
      onSave={({ address, alt, caption }) =>
        save({ src: address, altText: alt, title: caption, file: [] as unknown as FileList })
      }
      onClose={() => close()}
    />
  )
}
