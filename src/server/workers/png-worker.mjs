import { parentPort, workerData } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'

/** Only the fonts that are shipped: with a system's own, the same widget would look different on every machine. */
const font = { fontFiles: workerData.fonts, loadSystemFonts: false, defaultFontFamily: 'Arimo' }

parentPort.on('message', ({ value: { svg, width } }) => {
  try {
    const png = new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render().asPng()
    parentPort.postMessage({ value: png, message: '' })
  } catch (error) {
    parentPort.postMessage({ value: null, message: String(error) })
  }
})
