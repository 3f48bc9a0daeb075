// Reads the code in front of a phone's camera, or in one photo. Nothing that the camera sees leaves the phone.
declare class BarcodeDetector {
  static getSupportedFormats(): Promise<readonly string[]>
  constructor(options: { formats: readonly string[] })
  detect(image: ImageBitmap | HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}

interface Found {
  readonly data: string
}
type JsQr = (data: Uint8ClampedArray, width: number, height: number, options: object) => Found | null
type Read = (image: ImageBitmap | HTMLVideoElement) => Promise<string | undefined>

const wanted = ['qr_code', 'ean_13', 'ean_8']
/** A frame every fifth of a second: a hand holds still about that long, and a cheap phone keeps up. */
const pause = 200
/** Longer edge of what is read: enough for the code of a certificate held near, little enough for a cheap phone. */
const longest = 900

/**
 * Reads with what the browser brings, and where it brings nothing with a reader fetched from `reader`.
 * @throws when neither is to be had.
 */
export async function codeReader(reader: string): Promise<Read> {
  const known = 'BarcodeDetector' in window ? await BarcodeDetector.getSupportedFormats() : []
  if (known.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: wanted.filter((format) => known.includes(format)) })
    return async (image) => (await detector.detect(image))[0]?.rawValue
  }
  await load(reader)
  const { jsQR } = window as unknown as { jsQR: JsQr }
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  return async (image) => {
    const [across, down] =
      image instanceof HTMLVideoElement ? [image.videoWidth, image.videoHeight] : [image.width, image.height]
    if (context === null || across === 0) return undefined
    const scale = Math.min(1, longest / Math.max(across, down))
    const [width, height] = [Math.round(across * scale), Math.round(down * scale)]
    Object.assign(context.canvas, { width, height })
    context.drawImage(image, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data
  }
}

function load(url: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = Object.assign(document.createElement('script'), { src: url })
    script.addEventListener('load', () => done())
    script.addEventListener('error', () => fail(new Error(url)))
    document.head.append(script)
  })
}

/**
 * Shows the camera in `video` until a code is read or `stop` fires.
 * @returns what the code says; undefined when it was stopped.
 * @throws when the camera is not given.
 */
export async function readThroughCamera(
  video: HTMLVideoElement,
  reader: string,
  stop: AbortSignal,
): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  try {
    const read = await codeReader(reader)
    video.srcObject = stream
    await video.play()
    while (!stop.aborted) {
      const text = await read(video)
      if (text) return text
      await new Promise((next) => setTimeout(next, pause))
    }
    return undefined
  } finally {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
}
