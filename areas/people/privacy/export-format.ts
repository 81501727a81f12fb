/** Says that a zip is one of ours. */
export const export_format = 'toile.export';
/** Goes up when a reader of the version before would misunderstand what lies in it. */
export const export_version = 1;
export const manifest_name = 'manifest.json';
export const data_name = 'data.json';
