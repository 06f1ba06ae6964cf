import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathTarget,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import type { EncodedPacket, InputAudioTrack, InputTrack, InputVideoTrack } from 'mediabunny'

/**
 * Every packet of a track as it goes into the new film: from 0 on, the first one a beginning.
 * @param count how many the head of the film says there are
 * @throws where there are fewer: the library stops where the file ends
 */
async function* packetsOf(
  track: InputTrack,
  count: number,
  offset: number,
): AsyncIterable<EncodedPacket> {
  let latest = -Infinity
  let read = 0
  for await (const packet of new EncodedPacketSink(track).packets()) {
    read += 1
    const timestamp = packet.timestamp + offset
    // Sound that is only there for the decoder to run up on.
    if (timestamp < 0) continue
    // A picture that others before it are shown after is no beginning, whatever the file says.
    const begins = latest === -Infinity || (packet.type === 'key' && timestamp >= latest)
    latest = Math.max(latest, timestamp)
    yield packet.clone({ timestamp, type: begins ? 'key' : 'delta' })
  }
  if (read < count) throw new Error('the film breaks off')
}

async function countOf(track: InputTrack): Promise<number> {
  return (await track.computePacketStats()).packetCount
}

/**
 * Packs pictures and sound anew into an MP4 file, as they are and nothing else, with the head in front. They
 * are never in memory as a whole: how much room the head needs is known by the number of packets.
 * @throws where the film breaks off or does not fit together
 */
export async function remux(
  pictures: InputVideoTrack,
  sound: InputAudioTrack | null,
  to: string,
): Promise<void> {
  const format = new Mp4OutputFormat({ fastStart: 'reserve' })
  const output = new Output({ format, target: new FilePathTarget(to) })
  const offset = Math.max(0, -(await pictures.getFirstTimestamp()))
  const copies: (() => Promise<void>)[] = []

  const seen = new EncodedVideoPacketSource(pictures.codec ?? 'avc')
  const shown = await countOf(pictures)
  const rotation = await pictures.getRotation()
  output.addVideoTrack(seen, { rotation, maximumPacketCount: shown })
  copies.push(async () => {
    const decoderConfig = (await pictures.getDecoderConfig()) ?? undefined
    for await (const packet of packetsOf(pictures, shown, offset)) {
      await seen.add(packet, { decoderConfig })
    }
    seen.close()
  })

  if (sound) {
    const heard = new EncodedAudioPacketSource(sound.codec ?? 'aac')
    const count = await countOf(sound)
    output.addAudioTrack(heard, { maximumPacketCount: count })
    copies.push(async () => {
      const decoderConfig = (await sound.getDecoderConfig()) ?? undefined
      for await (const packet of packetsOf(sound, count, offset)) {
        await heard.add(packet, { decoderConfig })
      }
      heard.close()
    })
  }
  try {
    await output.start()
    await Promise.all(copies.map((copy) => copy()))
    await output.finalize()
  } catch (error) {
    await output.cancel()
    throw error
  }
}
