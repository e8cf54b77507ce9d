// The whole of ECharts, loaded from its own minified build.
import { start } from "./app.js";

start(window.echarts);
