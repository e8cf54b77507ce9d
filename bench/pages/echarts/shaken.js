// The library with only what the three figures use.
import { init, use } from "echarts/core";
import { BarChart, CustomChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { start } from "./app.js";

use([BarChart, CustomChart, GridComponent, TooltipComponent, CanvasRenderer]);
start(init);
