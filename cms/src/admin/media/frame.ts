const widest = 1600

/**
 * The picture that a film shows now, as JPEG.
 * @throws where the browser cannot give it
 */
export function frameOf(film: HTMLVideoElement): Promise<Blob> {
  const scale = Math.min(1, widest / film.videoWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(film.videoWidth * scale)
  canvas.height = Math.round(film.videoHeight * scale)
  canvas.getContext('2d')?.drawImage(film, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (picture) => (picture ? resolve(picture) : reject(new Error('the canvas gave no picture'))),
      'image/jpeg',
      0.9,
    )
  })
}
