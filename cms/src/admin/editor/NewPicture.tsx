import { useStrapiApp } from '@strapi/strapi/admin'
import { useState, type ComponentType } from 'react'
import { keptPicture } from './picture-address'
import { PictureWords, type Words } from './PictureWords'

type Asset = { url: string; alternativeText?: string | null; caption?: string | null }
type Library = ComponentType<{
  allowedTypes: string[]
  multiple: boolean
  onClose: () => void
  onSelectAssets: (assets: Asset[]) => void
}>

type Props = { uploaded?: Asset; onInsert: (picture: Words) => void; onClose: () => void }

/** A new picture for the text: chosen from the media library (or just uploaded), then its words. */
export function NewPicture({ uploaded, onInsert, onClose }: Props) {
  const components = useStrapiApp('NewPicture', (app) => app.components)
  const [asset, setAsset] = useState(uploaded)
  const MediaLibrary = components['media-library'] as unknown as Library
  if (!asset) {
    return (
      <MediaLibrary
        allowedTypes={['images']}
        multiple={false}
        onClose={onClose}
        onSelectAssets={([chosen]) => (chosen ? setAsset(chosen) : onClose())}
      />
    )
  }
  const { url, alternativeText, caption } = asset
  const picture = { address: keptPicture(url), alt: alternativeText ?? '', caption: caption ?? '' }
  return <PictureWords picture={picture} onSave={onInsert} onClose={onClose} />
}
