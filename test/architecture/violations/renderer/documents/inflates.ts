// breaks: inflates-in-one-place
export const unpacking = new DecompressionStream('deflate-raw')
