/** What a page can do without as it opens, to be fetched in one piece. */

export { mountPlaneCharts } from "./planes.js";
export { mountRooms } from "./rooms.js";
