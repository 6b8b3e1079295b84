import { floodWithAddresses, loadForAWhile } from './memory.ts'

const inMb = (bytes: number): number => Math.round(bytes / 1024 / 102.4) / 10

/** npm run attack:memory -- [requests of the flood] [seconds of mixed load] */
const [requests = 1_000_000, seconds = 600] = process.argv.slice(2).map(Number)
if (requests > 0) {
  const { idleBytes, peakBytes, endBytes, ...rest } = await floodWithAddresses(requests)
  console.log({ ...rest, idleMb: inMb(idleBytes), peakMb: inMb(peakBytes), endMb: inMb(endBytes) })
}
if (seconds > 0) {
  const { samples, bytesPerMinute, ...rest } = await loadForAWhile(seconds)
  console.log({ ...rest, mbPerMinute: inMb(bytesPerMinute), samplesMb: samples.map(inMb).join(' ') })
}
